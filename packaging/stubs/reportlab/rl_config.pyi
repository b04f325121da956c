canvas_basefontname: str
useA85: int
ttfAsciiReadable: int
hyphenationLang: str
