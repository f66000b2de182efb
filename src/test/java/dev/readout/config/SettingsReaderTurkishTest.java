package dev.readout.config;

import org.junit.jupiter.api.util.DefaultLocale;

/** Where "I" is not the capital of "i", settings must read the same. */
@DefaultLocale("tr-TR")
final class SettingsReaderTurkishTest extends SettingsReaderTest {}
