package dev.readout.answer;

import org.junit.jupiter.api.util.DefaultLocale;

/** Where "I" is not the capital of "i", questions must read the same. */
@DefaultLocale("tr-TR")
final class QuestionReaderTurkishTest extends QuestionReaderTest {}
