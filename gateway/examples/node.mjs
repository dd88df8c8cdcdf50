// node node.mjs [ws://127.0.0.1:8025/ws]; a token, where one is needed, in GATEWAY_TOKEN
import WebSocket from "ws";

const url = process.argv[2] ?? "ws://127.0.0.1:8025/ws";
const token = process.env.GATEWAY_TOKEN;
const socket = new WebSocket(url, {
  headers: token ? { Authorization: `Bearer ${token}` } : {},
});

socket.on("message", (text) => {
  const frame = JSON.parse(text);
  console.log(frame.type, JSON.stringify(frame.data ?? frame.error));
  if (frame.type === "connection_established") {
    const payload = { content: "Hello from Node" };
    socket.send(JSON.stringify({ type: "chat", payload, message_id: "m1" }));
  } else if (frame.correlation_id === "m1") {
    socket.close(1000);
  }
});
socket.on("error", (error) => console.error(error.message));
socket.on("close", (code, reason) => {
  console.log("closed", code, String(reason));
  process.exitCode = code === 1000 ? 0 : 1;
});
