package parley.cli.trust;

/** What the options of {@code trust} said so far. */
final class TrustDraft {

  boolean revoke;
  boolean list;
  boolean show;
  boolean help;
}
