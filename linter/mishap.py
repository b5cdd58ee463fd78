"""Why the system would not do something with a file, in words that do not depend on the system's own language."""

from __future__ import annotations

import errno

from linter.form import Words

_REASONS = {
    errno.ENOENT: Words("没有这个文件", "there is no such file"),
    errno.ENOTDIR: Words("路径中间有一段不是文件夹", "a part of the path is no folder"),
    errno.EISDIR: Words("这是一个文件夹", "it is a folder"),
    errno.EACCES: Words("没有权限", "permission denied"),
    errno.EPERM: Words("系统不允许", "the system does not allow it"),
    errno.EROFS: Words("磁盘是只读的", "the disk is read-only"),
    errno.ENOSPC: Words("磁盘满了", "the disk is full"),
    errno.ENAMETOOLONG: Words("名称太长", "the name is too long"),
    errno.ELOOP: Words("链接绕成了一圈", "the link leads round in a circle"),
    errno.EBUSY: Words("文件正被别的程序使用", "another program is using it"),
}


def why(problem: OSError) -> Words:
    """The reason in both languages; a rare one in the system's words."""
    told = problem.strerror or str(problem)
    return _REASONS.get(problem.errno or 0, Words(told, told))
