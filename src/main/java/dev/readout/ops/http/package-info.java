/** A small HTTP server for a few pages: {@link dev.readout.ops.http.OpsServer}. */
@NullMarked
package dev.readout.ops.http;

import org.jspecify.annotations.NullMarked;
