package dev.readout.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Passes bytes on and keeps the last of them, to tell whether a zip that is read from its beginning
 * is all there: such a reader never looks at what follows the last file. Confined to one thread.
 */
final class EndOfZip extends FilterInputStream {
  /** The end-of-central-directory record, without a comment. */
  private static final int BYTES = 22;

  private static final byte[] SIGNATURE = {'P', 'K', 5, 6};
  private static final int BUFFER_BYTES = 8_192;

  private byte[] last = new byte[0];

  EndOfZip(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      keep(bytes, offset, count);
    }
    return count;
  }

  private void keep(byte[] bytes, int offset, int count) {
    int fromBefore = Math.min(last.length, Math.max(0, BYTES - count));
    int fromNow = Math.min(BYTES, count);
    byte[] next = Arrays.copyOfRange(last, last.length - fromBefore, last.length + fromNow);
    System.arraycopy(bytes, offset + count - fromNow, next, fromBefore, fromNow);
    last = next;
  }

  /**
   * Reads what is left.
   *
   * @param limit how many bytes may be left
   * @return whether that ended as a zip ends
   */
  boolean isReached(long limit) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = limit;
    for (int count = read(buffer, 0, BUFFER_BYTES);
        count >= 0;
        count = read(buffer, 0, BUFFER_BYTES)) {
      left -= count;
      if (left < 0) {
        return false;
      }
    }
    return last.length == BYTES
        && Arrays.equals(Arrays.copyOf(last, SIGNATURE.length), SIGNATURE)
        && last[BYTES - 2] == 0
        && last[BYTES - 1] == 0;
  }
}
