package dev.readout.intake.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What was read of a page: its text, the part of it that is its subject, and where each character
 * of that stands in the page. Immutable.
 */
final class PageReading {
  private final PageText page;
  private final String body;
  private final int[] places;
  private final BitSet gaps;
  private final List<Block> blocks;

  /**
   * A line of the body.
   *
   * @param heading whether it only names what follows, so is no statement
   */
  record Block(int start, int end, boolean heading) {}

  PageReading(PageText page, String body, int[] places, BitSet gaps, List<Block> blocks) {
    this.page = page;
    this.body = body;
    this.places = places.clone();
    this.gaps = (BitSet) gaps.clone();
    this.blocks = List.copyOf(blocks);
  }

  PageText page() {
    return page;
  }

  /** The blocks, a blank line between them. */
  String body() {
    return body;
  }

  List<Block> blocks() {
    return blocks;
  }

  String text(Block block) {
    return body.substring(block.start(), block.end());
  }

  /** Whether something that the page shows there was left out of a slice of the body. */
  boolean hasGap(int start, int end) {
    int next = gaps.nextSetBit(start);
    return next >= 0 && next < end;
  }

  /**
   * Where the characters of a slice of the body stand in the page, in order; -1 for those that the
   * page does not have, such as the line between two cells.
   */
  int[] places(int start, int end) {
    return Arrays.copyOfRange(places, start, end);
  }
}
