package parley.workbench.collection;

/** What people call a conversation of which they know the address alone. */
final class AddressName {

  private AddressName() {}

  /** Host and path, {@code localhost:9001/chat}; empty without an address. */
  static String of(String url) {
    return url.strip()
        .replaceFirst("[?#].*$", "")
        .replaceFirst("^(?i:wss?|https?)://([^/@]*@)?", "")
        .replaceFirst("/+$", "");
  }
}
