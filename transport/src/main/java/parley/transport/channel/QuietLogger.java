package parley.transport.channel;

import io.netty.util.internal.logging.AbstractInternalLogger;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;

/**
 * Netty's log: warnings and errors go to the JDK's, the rest nowhere. The JDK's is not touched
 * before it has something to say, since it looks into every jar of the class path first, and so
 * does Netty when it may choose a log itself: 25 ms of each start.
 */
@SuppressWarnings("serial") // Netty's loggers are serializable; none is ever written.
final class QuietLogger extends AbstractInternalLogger {

  private QuietLogger(String name) {
    super(name);
  }

  /** Takes effect for what is asked for from now on. */
  static void install() {
    InternalLoggerFactory.setDefaultFactory(new Factory());
  }

  private static final class Factory extends InternalLoggerFactory {
    @Override
    protected InternalLogger newInstance(String name) {
      return new QuietLogger(name);
    }
  }

  private InternalLogger loud() {
    return ((JdkLoggerFactory) JdkLoggerFactory.INSTANCE).newInstance(name());
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public void trace(String text) {}

  @Override
  public void trace(String format, Object argument) {}

  @Override
  public void trace(String format, Object first, Object second) {}

  @Override
  public void trace(String format, Object... arguments) {}

  @Override
  public void trace(String text, Throwable cause) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(String text) {}

  @Override
  public void debug(String format, Object argument) {}

  @Override
  public void debug(String format, Object first, Object second) {}

  @Override
  public void debug(String format, Object... arguments) {}

  @Override
  public void debug(String text, Throwable cause) {}

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public void info(String text) {}

  @Override
  public void info(String format, Object argument) {}

  @Override
  public void info(String format, Object first, Object second) {}

  @Override
  public void info(String format, Object... arguments) {}

  @Override
  public void info(String text, Throwable cause) {}

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public void warn(String text) {
    loud().warn(text);
  }

  @Override
  public void warn(String format, Object argument) {
    loud().warn(format, argument);
  }

  @Override
  public void warn(String format, Object first, Object second) {
    loud().warn(format, first, second);
  }

  @Override
  public void warn(String format, Object... arguments) {
    loud().warn(format, arguments);
  }

  @Override
  public void warn(String text, Throwable cause) {
    loud().warn(text, cause);
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  public void error(String text) {
    loud().error(text);
  }

  @Override
  public void error(String format, Object argument) {
    loud().error(format, argument);
  }

  @Override
  public void error(String format, Object first, Object second) {
    loud().error(format, first, second);
  }

  @Override
  public void error(String format, Object... arguments) {
    loud().error(format, arguments);
  }

  @Override
  public void error(String text, Throwable cause) {
    loud().error(text, cause);
  }
}
