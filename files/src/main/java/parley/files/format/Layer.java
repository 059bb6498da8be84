package parley.files.format;

import java.util.Optional;

/** What a collection or a folder says of itself, beside what all below it inherit. */
public record Layer(Optional<String> name, String docs) {}
