"""The portable form of a post, without primary keys: page links are absolute addresses, files are hashes."""

from dataclasses import asdict, dataclass, field
from typing import Any

# In rich text, a document of the edition is linked as href="edition-file:<sha256>".
FILE_SCHEME = "edition-file:"


@dataclass(frozen=True, slots=True)
class EditionFile:
    """An image or document by content. faces: the answer given at upload (core.media.Faces), empty for documents."""

    sha256: str
    kind: str
    filename: str
    title: str
    alternative_text: str = ""
    credit: str = ""
    faces: str = ""


@dataclass(frozen=True, slots=True)
class EditionContent:
    """body: the stream's blocks as {"type", "value"} where images and documents are {"sha256": …} in place of ids.

    published_at, source_published_at: ISO 8601 with offset, or empty. topics: names, as the unit has them.
    """

    title: str
    summary: str
    author: str
    published_at: str
    body: list[dict[str, Any]]
    cover_sha256: str = ""
    source_name: str = ""
    source_url: str = ""
    source_published_at: str = ""
    topics: list[str] = field(default_factory=list)
    files: list[EditionFile] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "EditionContent":
        files = [EditionFile(**file) for file in data.get("files", [])]
        return cls(**{**data, "files": files})

    def file(self, sha256: str) -> EditionFile:
        """Return the file with this hash. Raise KeyError when the edition does not carry it."""
        for file in self.files:
            if file.sha256 == sha256:
                return file
        raise KeyError(sha256)
