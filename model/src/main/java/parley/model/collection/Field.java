package parley.model.collection;

/**
 * A header, query parameter, path parameter or cookie.
 *
 * @param enabled whether it is sent; one that is switched off stays in the file
 */
public record Field(Source name, Source value, boolean enabled) {}
