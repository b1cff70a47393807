"""Python-Markdown without HTML: every < of a text is shown as it is, since parsers disagree on what is a tag."""

from markdown import Markdown
from markdown.extensions import Extension


class WithoutHtml(Extension):  # type: ignore[misc]
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, as Python-Markdown calls it
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
