"""What goes wrong in a request to the interface, told in words."""

from http import HTTPStatus


class ApiError(Exception):
    """An answer other than 200. *code* is for programs, *message* for people."""

    def __init__(self, status: HTTPStatus, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def bad(code: str, message: str) -> ApiError:
    """A request that cannot be answered as it stands."""
    return ApiError(HTTPStatus.BAD_REQUEST, code, message)


def missing(message: str = "没有这个地址。") -> ApiError:
    """Nothing there, or nothing public."""
    return ApiError(HTTPStatus.NOT_FOUND, "not_found", message)
