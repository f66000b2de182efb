package dev.readout.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * A reader that holds norms, a byte each, once a field's are asked for: on disk those of a field
 * that only one kind of document has are sparse, and finding them took half of a search. A document
 * takes a byte for each such field. Thread-safe.
 */
final class NormsInMemory extends FilterDirectoryReader {

  NormsInMemory(DirectoryReader in) throws IOException {
    super(
        in,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader leaf) {
            return new Leaf(leaf);
          }
        });
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new NormsInMemory(other);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }

  private static final class Leaf extends FilterLeafReader {
    private final Map<String, byte[]> fields = new ConcurrentHashMap<>();

    Leaf(LeafReader in) {
      super(in);
    }

    @Override
    public @Nullable NumericDocValues getNormValues(String field) throws IOException {
      byte[] held = fields.get(field);
      if (held == null) {
        NumericDocValues norms = in.getNormValues(field);
        if (norms == null) {
          return null;
        }
        held = new byte[maxDoc()];
        while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          held[norms.docID()] = (byte) norms.longValue();
        }
        fields.put(field, held);
      }
      return new Norms(held);
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  /** BM25 gives no document that has the field a norm of 0. Confined to one thread. */
  private static final class Norms extends NumericDocValues {
    private final byte[] norms;
    private int document = -1;

    Norms(byte[] norms) {
      this.norms = norms;
    }

    @Override
    public long longValue() {
      return norms[document];
    }

    @Override
    public void longValues(
        int size, int[] documents, int from, long[] values, int to, long otherwise) {
      for (int i = 0; i < size; i++) {
        byte norm = norms[documents[from + i]];
        values[to + i] = norm == 0 ? otherwise : norm;
      }
    }

    @Override
    public boolean advanceExact(int target) {
      document = target;
      return norms[target] != 0;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int nextDoc() {
      return advance(document + 1);
    }

    @Override
    public int advance(int target) {
      document = target;
      while (document < norms.length && norms[document] == 0) {
        document++;
      }
      document = document < norms.length ? document : NO_MORE_DOCS;
      return document;
    }

    @Override
    public long cost() {
      return norms.length;
    }
  }
}
