/**
 * Settings and secrets, read and checked at start: {@link dev.readout.config.SettingsReader} is
 * where reading starts, {@code Keys} lists every key. Each room declares its own settings record;
 * this one only gathers them. The only place for SmallRye Config. Only {@code Main} and the
 * commands beside it import this package.
 */
@NullMarked
package dev.readout.config;

import org.jspecify.annotations.NullMarked;
