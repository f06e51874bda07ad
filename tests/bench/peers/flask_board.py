"""The board that most would write first in Python: Flask-SocketIO on gevent, every vote sent to everybody at once."""

from gevent import monkey

monkey.patch_all()

import os

from flask import Flask
from flask_socketio import SocketIO, emit

app = Flask(__name__)
io = SocketIO(app, async_mode="gevent", cors_allowed_origins="*")
state = {"version": 0}
scores = {}
cells = {}


@app.get("/")
def index():
    return ""


@io.on("connect")
def connected():
    emit("state", {"version": state["version"], "cells": cells})


@io.on("vote")
def vote(data):
    name = (data["voter"], data["option"], data["criterion"])
    totals = cells.setdefault(data["option"], {}).setdefault(data["criterion"], [0] * 7)
    if name in scores:
        totals[scores[name]] -= 1
    totals[data["score"]] += 1
    scores[name] = data["score"]
    state["version"] += 1
    emit("tally", {"version": state["version"], "cells": {data["option"]: {data["criterion"]: totals}}}, broadcast=True)
    return {"ok": True, "version": state["version"]}


io.run(app, host="127.0.0.1", port=int(os.environ["PORT"]))
