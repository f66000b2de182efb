/**
 * Turns a text into an embedding, a direction in which texts of like meaning lie, whatever their
 * words, and reads whether a statement answers a question. Start at {@link
 * dev.readout.meaning.Embedder} and {@link dev.readout.meaning.Reader}. The models run in this
 * process, ask no network, and know English only (docs/retrieval.md says why these). The only place
 * for ONNX Runtime.
 */
@NullMarked
package dev.readout.meaning;

import org.jspecify.annotations.NullMarked;
