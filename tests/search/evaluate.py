"""Measure the search on the texts of the site, and with --treebank on the sentences of a treebank.

Prints recall and precision among the first five results by kind of query. The queries are typed in
tests/search/*.tsv, those of "aside" not having been used while the rules were written. They are asked
of the real index through the modules that browsers run, in Node. A treebank (CoNLL-U) adds queries made
of its nouns, and B-cubed recall and precision of the normaliser against its lemmas.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from projects import ROOT
from search.evaluation import measures, queries, trees
from search.evaluation.asking import asked
from search.site_documents import site_documents


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, help="a CoNLL-U file with lemmas")
    parser.add_argument("--site", type=Path, help="a built site (built anew unless told)")
    options = parser.parse_args(argv)
    with TemporaryDirectory() as temporary:
        found = site_documents(options.site or _built(Path(temporary, "site")))
        for file in sorted(Path(__file__).parent.glob("queries-*.tsv")):
            every = queries.read(file)
            typed = [query for query in every if measures.answers(query, found)]
            print(f"\n{file.stem}: {len(found)} records of the site")
            print("nothing there answers:", ", ".join(query.text for query in every if query not in typed) or "none")
            print(measures.table(measures.judge(typed, asked(found, typed), found)))
    if options.treebank:
        sentences = trees.read(options.treebank)
        made = trees.queries(sentences)
        print(f"\nNouns of the treebank, asked for in {len(sentences)} sentences")
        print(measures.table(measures.judge(made, asked(trees.records(sentences), made), trees.records(sentences))))
        print("\nB-cubed over distinct forms of the treebank")
        print(trees.conflation(sentences))
    return 0


def _built(folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", folder], cwd=ROOT, check=True
    )
    return folder


if __name__ == "__main__":
    sys.exit(main())
