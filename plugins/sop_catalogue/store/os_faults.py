"""What the system says when it cannot read or write, in the language of those who read it."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempatnya hanya dapat dibaca",
    errno.ENOENT: "tidak ada, atau tautannya putus",
    errno.EISDIR: "itu folder",
    errno.ENOTDIR: "sebagian jalannya bukan folder",
    errno.ENOSPC: "ruang penyimpanan habis",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "perangkat penyimpanannya bermasalah",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ELOOP: "tautannya berputar",
}


def reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or error.strerror or "galat baca"


def told(error: OSError) -> str:
    return f"{error.filename or 'berkas'} tidak dapat dibaca atau ditulis ({reason(error)})"
