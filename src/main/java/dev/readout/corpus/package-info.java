/**
 * The corpus as values: a {@link dev.readout.corpus.CorpusRecord} and its {@link
 * dev.readout.corpus.Statement}s, the standing of a measure, the term list. Start at {@link
 * dev.readout.corpus.Corpus}; reading and checking the files is {@code corpus.file}. A record's
 * three dates (published, effective, as of) stay three fields: merging them is how a wrong date
 * gets quoted.
 */
@NullMarked
package dev.readout.corpus;

import org.jspecify.annotations.NullMarked;
