/**
 * Turns a text into an embedding: a direction in which texts of like meaning lie, whatever their
 * words. Start at {@link dev.readout.meaning.Embedder}. The model runs in this process, asks no
 * network, and knows English only (docs/retrieval.md says why this one). The only place for ONNX
 * Runtime.
 */
@NullMarked
package dev.readout.meaning;

import org.jspecify.annotations.NullMarked;
