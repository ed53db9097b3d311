"""What a failure to send means, in words for the administrator, with what to check."""

import smtplib
import socket
import ssl

CHECK_HOST = "请检查 EMAIL_URL 里的服务器名称和端口，服务器的防火墙是否允许连出去。"
CHECK_LOGIN = (
    "请检查 EMAIL_URL 里的用户名和密码；不少邮箱要用“授权码”代替密码，密码里的 @ : / 要写成 %40 %3A %2F。"
)
CHECK_SENDER = "请检查 DEFAULT_FROM_EMAIL，一般要和登录的邮箱一致。"
CHECK_TLS = "请检查加密方式：465 端口一般用 smtp+ssl://，587 端口用 smtp+tls://，25 端口用 smtp://。"
CHECK_ADDRESS = "请检查收件地址有没有写错，或者换一个地址再试。"

# The first that fits; classes derived from others come before them.
MEANINGS: list[tuple[tuple[type[Exception], ...], str, str]] = [
    ((smtplib.SMTPAuthenticationError,), "登录邮件服务器没有成功", CHECK_LOGIN),
    ((smtplib.SMTPRecipientsRefused,), "邮件服务器不接受这个收件地址", CHECK_ADDRESS),
    ((smtplib.SMTPSenderRefused,), "邮件服务器不接受发件地址", CHECK_SENDER),
    ((smtplib.SMTPNotSupportedError, ssl.SSLError), "和邮件服务器的加密方式对不上", CHECK_TLS),
    ((smtplib.SMTPDataError,), "邮件服务器不接受邮件内容", "请把下面的原话告诉邮箱的管理员。"),
    ((socket.gaierror,), "找不到邮件服务器", CHECK_HOST),
    ((ConnectionRefusedError,), "邮件服务器拒绝连接", CHECK_HOST),
    ((TimeoutError,), "连接邮件服务器超时", f"{CHECK_HOST}{CHECK_TLS}"),
    ((smtplib.SMTPConnectError, smtplib.SMTPServerDisconnected), "邮件服务器中断了连接", CHECK_TLS),
    ((OSError,), "连接不上邮件服务器", CHECK_HOST),
]


def explain(error: Exception) -> str:
    """Say what *error* of the mail backend means, what to check, and what the server said."""
    for kinds, meaning, check in MEANINGS:
        if isinstance(error, kinds):
            return f"{meaning}。{check}\n服务器的原话：{_said(error)}"
    return f"邮件没有发出。\n原因：{_said(error)}"


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "；".join(f"{code} {_text(words)}" for code, words in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return f"{type(error).__name__} {error}"


def _text(words: bytes | str) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else words
