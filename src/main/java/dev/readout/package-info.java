/**
 * Readout: answers questions about US–China commerce talks from both governments' read-outs.
 *
 * <p>Start reading at {@link dev.readout.Main}, which builds every part; each package below is one
 * step of a question's way, and {@code ArchitectureTest} holds who may import whom.
 */
@NullMarked
package dev.readout;

import org.jspecify.annotations.NullMarked;
