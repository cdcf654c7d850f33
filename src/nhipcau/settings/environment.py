"""Environment variables and a ``.env`` file come in, checked values of one office go out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_LOCAL = ("localhost", "127.0.0.1", "[::1]")


class Environment(BaseSettings):
    """Everything an office may set, each as ``NHIPCAU_<NAME>``; without any of it an embedded office runs.

    Lists are written with commas. An unusable value stops the start with pydantic's ``ValidationError``.
    """

    model_config = SettingsConfigDict(
        env_prefix="NHIPCAU_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    data_dir: Path = Path("var")
    database_url: SecretStr = SecretStr("")
    secret_key: SecretStr = SecretStr("")
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = _LOCAL
    trusted_origins: Annotated[tuple[str, ...], NoDecode] = ()
    https: bool = False
    behind_proxy: bool = False
    debug: bool = False
    time_zone: str = "Asia/Ho_Chi_Minh"
    language: str = Field(default="vi", pattern="^(vi|ko|en)$")
    max_upload_mb: int = Field(default=20, ge=1, le=500)
    max_text: int = Field(default=2_000_000, ge=1_000)
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    model_endpoint: str = Field(default="", pattern="^(https?://.*)?$")
    model_name: str = ""
    model_key: SecretStr = SecretStr("")
    model_timeout_seconds: float = Field(default=60.0, gt=0, le=600)
    email_url: SecretStr = SecretStr("")
    email_from: str = "nhipcau@localhost"

    @field_validator("allowed_hosts", "trusted_origins", mode="before")
    @classmethod
    def split_on_commas(cls, value: object) -> object:
        """Take "a, b" for ("a", "b")."""
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("time_zone")
    @classmethod
    def known_zone(cls, value: str) -> str:
        """Refuse a zone that the time zone database does not know."""
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            message = f"unknown time zone {value!r}"
            raise ValueError(message) from unknown
        return value

    @property
    def max_upload_bytes(self) -> int:
        """The largest file that is received, in bytes."""
        return self.max_upload_mb * 1024 * 1024
