package parley.fake;

import java.util.random.RandomGenerator;

/** The random numbers of whichever session asks at the moment. */
final class CurrentRandom implements RandomGenerator {

  private RandomGenerator of = RandomGenerator.getDefault();

  void is(RandomGenerator asking) {
    of = asking;
  }

  @Override
  public long nextLong() {
    return of.nextLong();
  }
}
