package dev.readout;

/** The program's entry. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    String version = Main.class.getPackage().getImplementationVersion();
    System.out.println("readout " + (version == null ? "(unpackaged)" : version));
  }
}
