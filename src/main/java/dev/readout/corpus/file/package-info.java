/**
 * Reads {@code index-data} and tells every defect in it, with file and line. Start at {@link
 * dev.readout.corpus.file.CorpusReader}. The shape of front matter is stated once, in {@code
 * index-data/record.schema.json}; what a schema cannot say (ids resolve, days do not overlap) is in
 * {@code CorpusRules}.
 */
@NullMarked
package dev.readout.corpus.file;

import org.jspecify.annotations.NullMarked;
