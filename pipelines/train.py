"""``gisaro train``: trains the statistical recogniser on sentences in the format of KLUE-NER."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam, Config, NumpyOps, fix_random_seed, set_current_ops

from extractor.names.ner import tagset
from extractor.names.ner.component import TARGETS, Recogniser
from extractor.names.ner.namelist import NameList
from extractor.names.ner.reading import read
from pipelines.card import card
from pipelines.errors import UsageError

CONFIG = Path(__file__).with_name("train.cfg")
FOLDS = 5

Floats = NDArray[np.float32]
Say = Callable[[str], None]


class Sentence(NamedTuple):
    """A sentence with its labelled spans (start, end, label)."""

    id: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


@dataclass
class Score:
    """Counts of spans that are right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass
class Report:
    """What a training came to.

    Attributes
    ----------
    sentences, raw : int
        Labelled and unlabelled sentences that were trained on.
    held_out : int
        Sentences that were kept for scoring.
    scores : dict of str to float
        F by label, and of all labels together ('all'), on the sentences held out; empty when there are none.
    """

    sentences: int
    raw: int
    held_out: int
    scores: dict[str, float] = field(default_factory=dict)


def read_labelled(path: Path) -> Iterator[Sentence]:
    """Read sentences of KLUE-NER's format: one character and its tag (BIO) a line.

    Raises
    ------
    UsageError
        For a line that is neither a comment nor a character and a tag.
    """
    identity, characters, tags = "", list[str](), list[str]()
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else _missing(path)
    for number, line in enumerate([*lines, ""], 1):
        if line.startswith("##"):
            identity = line[2:].strip().partition("\t")[0]
        elif not line:
            if characters:
                yield Sentence(identity, "".join(characters), tuple(_spans(tags)))
            characters, tags = [], []
        else:
            character, tab, tag = line.rpartition("\t")
            if not tab or not (tag == "O" or (tag[:2] in ("B-", "I-") and tag[2:] in tagset.LABELS)):
                raise UsageError(f"{path}:{number}: {line!r} is no character with its tag")
            characters.append(character)
            tags.append(tag)


def _missing(path: Path) -> list[str]:
    raise UsageError(f"{path}: no such file")


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield start, at, label
            label = ""
        if tag != "O" and not label:
            start, label = at, tag[2:]


def read_raw(path: Path) -> Iterator[Sentence]:
    """Read sentences without labels: id, tab, text."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else _missing(path)
    for line in lines:
        identity, _, text = line.rpartition("\t")
        if text.strip():
            yield Sentence(identity, text, ())


def fold_of(identity: str) -> int:
    """Return the fifth that a sentence belongs to: the SHA-256 of its id, modulo five."""
    return int(hashlib.sha256(identity.encode("utf-8")).hexdigest(), 16) % FOLDS


def train(
    files: Sequence[Path],
    out: Path,
    config: Path = CONFIG,
    *,
    raw: Sequence[Path] = (),
    names: NameList | None = None,
    held_out: int | None = 0,
    say: Say = print,
) -> Report:
    """Train the recogniser and write it as a spaCy pipeline.

    Parameters
    ----------
    files : sequence of Path
        Labelled sentences (see `read_labelled`).
    out : Path
        The folder that the pipeline goes to.
    config : Path
        See ``train.cfg``.
    raw : sequence of Path
        Unlabelled sentences (see `read_raw`); without them the student learns from the labelled ones alone.
    names : NameList, optional
        The list of names that serves as a feature; that of the packaged model when left out.
    held_out : int or None
        The fifth (see `fold_of`) that is kept for scoring; None trains on all sentences and scores none.
    say : callable
        Gets one line of progress at a time.

    Raises
    ------
    UsageError
        When a file is missing, damaged or empty.
    """
    set_current_ops(NumpyOps(use_blis=False))
    settings = load_config(config)
    nlp = _pipeline(settings)
    recogniser = _recogniser(nlp)
    recogniser.initialize(list, names=names if names is not None else packaged_names())
    labelled = [sentence for path in files for sentence in read_labelled(path)]
    if not labelled:
        raise UsageError("the files hold no sentence")
    learned = [s for s in labelled if held_out is None or fold_of(s.id) != held_out]
    kept = [s for s in labelled if held_out is not None and fold_of(s.id) == held_out]
    docs = [_document(nlp, recogniser, sentence) for sentence in learned]
    tests = [(sentence, _document(nlp, recogniser, sentence)) for sentence in kept]
    unlabelled = [_document(nlp, recogniser, s) for path in raw for s in read_raw(path)]
    say(f"{len(docs)} labelled sentences, {len(unlabelled)} raw ones, {len(tests)} held out")
    if unlabelled:
        _teach(settings, recogniser, docs, unlabelled, tests, say)
    student = _fit(settings, settings["student"], recogniser, docs + unlabelled, tests, say)
    report = Report(len(docs), len(unlabelled), len(tests), score(student, tests) if tests else {})
    _write(settings, student, out, report)
    return report


def packaged_names() -> NameList:
    """Return the list of names of the packaged model."""
    from extractor.names.recogniser import MODEL

    return NameList.read(MODEL / "gisaro_ner" / "names.npz")


def _pipeline(settings: Config, **model: Any) -> Language:
    config = Config({key: settings[key] for key in ("nlp", "components")}).copy()
    config["components"]["gisaro_ner"]["model"].update(model)
    return load_model_from_config(config, auto_fill=True)


def _recogniser(nlp: Language) -> Recogniser:
    return cast(Recogniser, nlp.get_pipe("gisaro_ner"))


def _document(nlp: Language, recogniser: Recogniser, sentence: Sentence) -> Doc:
    doc = nlp.make_doc(sentence.text)
    tokens = recogniser.inputs(doc)[2]
    tags = tagset.encode([(t.start, t.end) for t in tokens], sentence.spans)
    targets = np.zeros((len(tags), len(tagset.TAGS)), np.float32)
    known = np.nonzero(tags != tagset.UNKNOWN)[0]
    targets[known, tags[known]] = 1
    doc.user_data[TARGETS] = targets
    return doc


def _teach(
    settings: Config,
    recogniser: Recogniser,
    docs: list[Doc],
    raw: list[Doc],
    tests: list[tuple[Sentence, Doc]],
    say: Say,
) -> None:
    """Set the targets of the raw sentences: the mean of the teachers' probabilities."""
    total: list[Floats] = []
    plan = settings["teachers"]
    for seed in plan["seeds"]:
        teacher = _fit(settings, {**plan, "seeds": [seed]}, recogniser, docs, tests, say)
        answers = [p for at in range(0, len(raw), 256) for p in teacher.probabilities(raw[at : at + 256])]
        total = [a + b for a, b in zip(total, answers, strict=True)] if total else answers
    for doc, answer in zip(raw, total, strict=True):
        doc.user_data[TARGETS] = answer / answer.sum(1, keepdims=True)


def _fit(
    settings: Config,
    plan: dict[str, Any],
    like: Recogniser,
    docs: list[Doc],
    tests: list[tuple[Sentence, Doc]],
    say: Say,
) -> Recogniser:
    """Train one recogniser and return it with the averages of its weights."""
    seed = plan["seeds"][0]
    fix_random_seed(seed)
    nlp = _pipeline(settings, dropout=plan["dropout"], **plan.get("model", {}))
    pupil = _recogniser(nlp)
    pupil.model.initialize()
    pupil.vectors, pupil.names = like.vectors, like.names
    optimizer = Adam(plan["learn_rate"], L2=1e-5, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    order = np.random.default_rng(seed)
    examples = [Example(Doc(nlp.vocab, words=["·"]), doc) for doc in docs]
    size = plan["batch"]
    steps = plan["epochs"] * -(-len(examples) // size)
    step = 0
    for epoch in range(plan["epochs"]):
        losses: dict[str, float] = {}
        shuffled = order.permutation(len(examples))
        for at in range(0, len(examples), size):
            rate = min(1.0, (step + 1) / 100) * max(0.02, 1 - step / steps)
            optimizer.learn_rate = plan["learn_rate"] * rate
            nlp.update(
                [examples[number] for number in shuffled[at : at + size]],
                sgd=optimizer,
                drop=plan["dropout"],
                losses=losses,
                component_cfg={"gisaro_ner": {"forget": plan["forget"]}},
            )
            optimizer.step_schedules()
            step += 1
        say(f"seed {seed}, epoch {epoch + 1}: loss {losses['gisaro_ner']:.0f}")
    for node in pupil.model.walk():
        for name in node.param_names:
            if (node.id, name) in optimizer.averages:
                node.set_param(name, optimizer.averages[node.id, name])
    if tests:
        say(f"seed {seed}: {score(pupil, tests)}")
    return pupil


def score(recogniser: Recogniser, tests: Sequence[tuple[Sentence, Doc]]) -> dict[str, float]:
    """Return F by label and of all labels ('all'): a span counts when start, end and label are right."""
    counts = {label: Score() for label in ("all", *tagset.LABELS)}
    for sentence, doc in tests:
        tokens = recogniser.inputs(doc)[2]
        scores = recogniser.model.predict(recogniser.batch([doc]))[0]
        found = set(read(sentence.text, tokens, scores))
        gold = set(sentence.spans)
        for name, spans in (("right", found & gold), ("wrong", found - gold), ("missed", gold - found)):
            for *_, label in spans:
                for count in (counts[label], counts["all"]):
                    setattr(count, name, getattr(count, name) + 1)
    return {label: round(count.f, 4) for label, count in counts.items()}


def _write(settings: Config, student: Recogniser, out: Path, report: Report) -> None:
    """Write the student as a spaCy pipeline with the narrow table of vectors, and what it scored."""
    width = settings["components"]["gisaro_ner"]["model"]["width"]
    nlp = _pipeline(settings, vectors=width)
    student.fold(_recogniser(nlp))
    about = settings["card"]
    nlp.meta.update(
        name="gisaro_ner",
        description="Names, places, organisations, dates and quantities in Korean sentences",
        license=about["licence"],
        sources=about["sources"],
        performance=asdict(report),
    )
    nlp.to_disk(out)
    kept = f"{report.held_out} sentences held out (the fifth that the hash of the sentence's id picks)"
    text = card(
        "gisaro_ner", about["licence"], about["sources"], report.sentences, report.raw, kept, report.scores
    )
    (out / "README.md").write_text(text, encoding="utf-8")
