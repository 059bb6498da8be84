package parley.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

final class VarArgumentTest {

  @Test
  void aVariableOfTheCommandLineIsWhatJsonMeansOrAText() {
    assertThat(variable("a=1.10")).isEqualTo(json("1.10"));
    assertThat(variable("a=true")).isEqualTo(Value.of(true));
    assertThat(variable("a=null")).isEqualTo(Value.NULL);
    assertThat(variable("a=\"7\"")).isEqualTo(Value.of("7"));
    assertThat(variable("a=[1,\"b\"]")).isEqualTo(json("[1,\"b\"]"));
    assertThat(variable("a=0123")).isEqualTo(Value.of("0123"));
    assertThat(variable("a=x=y ")).isEqualTo(Value.of("x=y "));
    assertThat(variable("a=")).isEqualTo(Value.of(""));
    assertThat(VarArgument.parse("=1")).isInstanceOf(Reading.Bad.class);
    assertThat(VarArgument.parse("a b=1")).isInstanceOf(Reading.Bad.class);
  }

  private static Value variable(String text) {
    return VarArgument.parse(text) instanceof Reading.Good<VarArgument>(var argument)
        ? argument.value()
        : Value.NULL;
  }

  private static Value json(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(var value) ? value : Value.NULL;
  }
}
