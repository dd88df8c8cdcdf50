#!/bin/sh
# sh curl.sh [http://127.0.0.1:8025]
gateway=${1:-http://127.0.0.1:8025}

# Is it ready?
curl --silent --include "$gateway/health/ready"
echo

# A request that is no upgrade gets 426.
curl --silent --include "$gateway/ws"

# A handshake gets 101 and the welcome, in the frame's own bytes; then curl gives up waiting.
curl --silent --include --no-buffer --http1.1 --max-time 2 \
  --header "Connection: Upgrade" --header "Upgrade: websocket" \
  --header "Sec-WebSocket-Version: 13" --header "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==" \
  "$gateway/ws" | tr -cd '[:print:]\n'
echo
