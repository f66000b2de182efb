/**
 * Whatever is done in several servers, none sees anything of another's. Start reading at {@link
 * dev.readout.scope.ScopeProperties}.
 */
@NullMarked
package dev.readout.scope;

import org.jspecify.annotations.NullMarked;
