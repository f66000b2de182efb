package dev.readout.backup;

import dev.readout.backup.Backup.BackupFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * What backups are encrypted with, if an operator has named a file of it. The form: a first line, a
 * salt, then pieces of 64 KiB under AES-256-GCM. The key is drawn from file and salt, so that no
 * two backups share one; a nonce is the number of its piece and whether it is the last. So a piece
 * that is changed, left out, moved or doubled is refused, and a file that is cut short too. Source:
 * Hoang et al., "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance" (STREAM,
 * 2015). Immutable.
 */
final class BackupKey {
  static final int MIN_BYTES = 32;

  private static final byte[] FIRST_LINE =
      "readout backup, encrypted (1)\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_BYTES = 4096;
  private static final int SALT_BYTES = 32;
  private static final int PIECE_BYTES = 1 << 16;
  private static final int TAG_BYTES = 16;

  /** Null for none. */
  private final byte @Nullable [] secret;

  private BackupKey(byte @Nullable [] secret) {
    this.secret = secret;
  }

  /** That of a file, none of null; {@link BackupFailedException} when it can be none. */
  static BackupKey of(@Nullable Path file) {
    if (file == null) {
      return new BackupKey(null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] secret = in.readNBytes(MAX_BYTES + 1);
      if (secret.length < MIN_BYTES || secret.length > MAX_BYTES) {
        throw new BackupFailedException(
            "the key file %s must have %d to %d bytes; make it with 'head -c 32 /dev/urandom'"
                .formatted(file, MIN_BYTES, MAX_BYTES));
      }
      return new BackupKey(secret);
    } catch (IOException e) {
      throw BackupFailedException.of("the key file of backups cannot be read", e);
    }
  }

  interface Writing<T> {
    T to(OutputStream out) throws IOException;
  }

  /** Encrypts all that is written; what fails on the way is left without an end. */
  <T> T over(OutputStream out, Writing<T> writing) throws IOException {
    if (secret == null) {
      return writing.to(out);
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    out.write(FIRST_LINE);
    out.write(salt);
    Encrypting encrypting = new Encrypting(out, new Pieces(secret, salt));
    T written = writing.to(encrypting);
    encrypting.end();
    return written;
  }

  /** Decrypts a backup, or reads one that is not encrypted; one encrypted otherwise is unusable. */
  InputStream under(InputStream in) throws IOException {
    byte[] first = in.readNBytes(FIRST_LINE.length);
    if (!Arrays.equals(first, FIRST_LINE)) {
      return new SequenceInputStream(new ByteArrayInputStream(first), in);
    }
    if (secret == null) {
      throw new Restore.UnusableBackupException(
          "it is encrypted; name its key in backup.key-file or BACKUP_KEY_FILE");
    }
    return new Decrypting(in, new Pieces(secret, in.readNBytes(SALT_BYTES)));
  }

  /** Encrypts or decrypts one piece after the other. Confined to one thread. */
  private static final class Pieces {
    private final SecretKey key;
    private final Cipher cipher;
    private long number;

    Pieces(byte[] secret, byte[] salt) {
      try {
        this.key =
            KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                    "AES",
                    HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .addSalt(salt)
                        .thenExpand(FIRST_LINE, 32));
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Java 25 has HKDF and AES-GCM", e);
      }
    }

    byte[] next(int mode, byte[] piece, int length, boolean isLast)
        throws GeneralSecurityException {
      byte[] nonce = ByteBuffer.allocate(12).putLong(number++).putInt(isLast ? 1 : 0).array();
      cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
      return cipher.doFinal(piece, 0, length);
    }
  }

  private static final class Encrypting extends OutputStream {
    private final OutputStream out;
    private final Pieces pieces;
    private final byte[] piece = new byte[PIECE_BYTES];
    private int length;

    Encrypting(OutputStream out, Pieces pieces) {
      this.out = out;
      this.pieces = pieces;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      int at = from;
      while (at < from + count) {
        if (length == PIECE_BYTES) {
          send(/* isLast= */ false);
        }
        int taken = Math.min(PIECE_BYTES - length, from + count - at);
        System.arraycopy(bytes, at, piece, length, taken);
        length += taken;
        at += taken;
      }
    }

    private void send(boolean isLast) throws IOException {
      try {
        out.write(pieces.next(Cipher.ENCRYPT_MODE, piece, length, isLast));
        length = 0;
      } catch (GeneralSecurityException e) {
        throw new IOException("AES-GCM", e);
      }
    }

    private void end() throws IOException {
      send(/* isLast= */ true);
      out.flush();
    }
  }

  private static final class Decrypting extends InputStream {
    private final InputStream in;
    private final Pieces pieces;

    /** What is encrypted of the next piece. */
    private byte[] ahead;

    private byte[] piece = new byte[0];
    private int at;
    private boolean isOver;

    Decrypting(InputStream in, Pieces pieces) throws IOException {
      this.in = in;
      this.pieces = pieces;
      this.ahead = in.readNBytes(PIECE_BYTES + TAG_BYTES);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      while (at == piece.length) {
        if (isOver) {
          return -1;
        }
        open();
      }
      int given = Math.min(count, piece.length - at);
      System.arraycopy(piece, at, into, from, given);
      at += given;
      return given;
    }

    /** The last one is that which nothing follows; its nonce says that it is. */
    private void open() throws IOException {
      byte[] following = in.readNBytes(PIECE_BYTES + TAG_BYTES);
      isOver = following.length == 0;
      try {
        piece = pieces.next(Cipher.DECRYPT_MODE, ahead, ahead.length, isOver);
      } catch (GeneralSecurityException e) {
        throw new Restore.UnusableBackupException(
            "it is damaged, cut short or put together anew, or its key is another", e);
      }
      at = 0;
      ahead = following;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
