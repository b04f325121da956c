class CmapSubtable:
    platformID: int
    platEncID: int
    language: int
    cmap: dict[int, str]
    @staticmethod
    def newSubtable(format: int) -> CmapSubtable: ...
