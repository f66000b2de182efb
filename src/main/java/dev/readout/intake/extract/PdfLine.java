package dev.readout.intake.extract;

/**
 * A line of text on a page. Distances are in points, from the page's upper left corner.
 *
 * @param page 1-based
 * @param left where its first character begins
 * @param right where its last character ends
 * @param baseline how far down it stands
 * @param size of most of its characters
 * @param direction 0, 90, 180 or 270 degrees that it is turned by
 * @param pageHeight how high the page is
 */
record PdfLine(
    String text,
    int page,
    float left,
    float right,
    float baseline,
    float size,
    int direction,
    float pageHeight) {}
