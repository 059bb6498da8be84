package parley.protocol.deflate;

/**
 * What a server accepts of permessage-deflate.
 *
 * @param enabled whether it accepts the extension at all
 * @param limits the largest windows that it accepts, and whether it insists on no context takeover
 */
public record DeflatePolicy(boolean enabled, DeflateParameters limits) {

  /** Every offer is declined. */
  public static final DeflatePolicy OFF = new DeflatePolicy(false, DeflateParameters.DEFAULT);

  /** Every valid offer is accepted with the parameters that it asks for. */
  public static final DeflatePolicy AS_OFFERED = new DeflatePolicy(true, DeflateParameters.DEFAULT);
}
