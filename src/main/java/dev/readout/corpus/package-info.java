/**
 * The corpus as values: a {@link dev.readout.corpus.CorpusRecord} and its {@link
 * dev.readout.corpus.Statement}s, the standing of a measure, the term list. Start at {@link
 * dev.readout.corpus.Corpus}. A record's three dates (published, effective, as of) stay three
 * fields: merging them is how a wrong date gets quoted.
 *
 * <p>{@link dev.readout.corpus.CorpusReader} reads {@code index-data} and tells every defect in it,
 * with file and line. The shape of front matter is stated once, in {@code
 * index-data/record.schema.json}; what a schema cannot say (ids resolve, days do not overlap) is in
 * {@code CorpusRules}.
 */
@NullMarked
package dev.readout.corpus;

import org.jspecify.annotations.NullMarked;
