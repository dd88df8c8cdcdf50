# python3 python_client.py [ws://127.0.0.1:8025/ws]; a token, where one is needed, in GATEWAY_TOKEN
import asyncio, base64, json, os, sys
import websockets


def subprotocols(token):
    coded = base64.urlsafe_b64encode(token.encode()).decode().rstrip("=")
    return ["jwt-auth", "jwt." + coded]


async def main(url, token):
    offered = subprotocols(token) if token else None
    async with websockets.connect(url, subprotocols=offered) as socket:
        first = json.loads(await socket.recv())
        print(first["type"], first.get("data") or first["error"])
        if first["type"] != "connection_established":
            sys.exit(1)
        message = {"type": "chat", "payload": {"content": "Hello from Python"}, "message_id": "m1"}
        await socket.send(json.dumps(message))
        async for text in socket:
            frame = json.loads(text)
            if frame.get("correlation_id") == "m1":
                print(frame["type"], frame.get("data") or frame["error"])
                break
    print("closed", socket.close_code)


url = sys.argv[1] if len(sys.argv) > 1 else "ws://127.0.0.1:8025/ws"
asyncio.run(main(url, os.environ.get("GATEWAY_TOKEN")))
