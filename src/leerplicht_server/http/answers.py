"""Refusals as they leave: a code for the program, a Dutch sentence for people, never the content."""

from __future__ import annotations

from fastapi import Response

from leerplicht_protocol.messages import Problem
from leerplicht_protocol.model import Model


class RefusalError(Exception):
    """An answer other than 200."""

    def __init__(self, status: int, code: str, message: str, *, wait: int = 0) -> None:
        """``wait`` in seconds: when it is worth while to ask again."""
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.wait = wait

    def answer(self) -> Response:
        """The refusal as a response."""
        answer = problem(self.status, self.code, self.message)
        if self.wait:
            answer.headers["Retry-After"] = str(self.wait)
        return answer


def problem(status: int, code: str, message: str) -> Response:
    """The body of a refusal."""
    body = Problem(code=code, bericht=message).model_dump_json()
    headers = {"WWW-Authenticate": 'DPoP algs="ES256"'} if status == 401 else {}
    return Response(body, status_code=status, media_type="application/json", headers=headers)


def malformed(detail: str) -> RefusalError:
    """A request that is not what the protocol says."""
    return RefusalError(422, "vorm", f"Het bericht heeft niet de afgesproken vorm: {detail}.")


def json_answer(model: Model) -> Response:
    """A message as it leaves; nobody on the way keeps it."""
    return Response(
        model.model_dump_json(), media_type="application/json", headers={"Cache-Control": "no-store"}
    )
