package dev.readout.intake.fetch;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Fetches pages in a process with little memory, and has them all at once. */
final class FetchingProcess {
  private FetchingProcess() {}

  /**
   * Prints what came of each.
   *
   * @param args a folder, then addresses
   */
  static void main(String[] args) {
    FetchSettings settings = new FetchSettings(true, FetchSettings.STANDARD.within());
    Spool spool = new Spool(Path.of(args[0]));
    List<Fetched> all = new ArrayList<>();
    try (Fetcher fetcher = new Fetcher(settings, spool, InstantSource.system())) {
      for (String address : List.of(args).subList(1, args.length)) {
        Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, URI.create(address)));
        all.add(fetched);
        System.out.println(
            switch (fetched) {
              case Fetched.Document document -> document.original().format().wireName();
              case Fetched.Refused refused -> refused.reason().name();
              case Fetched.Unchanged _ -> "unchanged";
            });
      }
    }
    System.out.println(all.size() + " of " + (spool.used() >> 20) + " MiB");
  }
}
