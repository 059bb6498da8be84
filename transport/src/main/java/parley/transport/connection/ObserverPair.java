package parley.transport.connection;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import parley.model.connection.AddressTry;
import parley.model.connection.TlsFacts;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.FrameView;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** Two observers of one connection. Each event goes to the first, then to the second. */
public record ObserverPair(ConnectionObserver first, ConnectionObserver second)
    implements ConnectionObserver {

  @Override
  public void resolving(String host) {
    first.resolving(host);
    second.resolving(host);
  }

  @Override
  public void resolved(List<InetAddress> addresses, Duration duration) {
    first.resolved(addresses, duration);
    second.resolved(addresses, duration);
  }

  @Override
  public void connecting(SocketAddress address) {
    first.connecting(address);
    second.connecting(address);
  }

  @Override
  public void tried(AddressTry address) {
    first.tried(address);
    second.tried(address);
  }

  @Override
  public void fetchingToken(String url) {
    first.fetchingToken(url);
    second.fetchingToken(url);
  }

  @Override
  public void passing(String proxy) {
    first.passing(proxy);
    second.passing(proxy);
  }

  @Override
  public void securing(String serverName) {
    first.securing(serverName);
    second.securing(serverName);
  }

  @Override
  public void secured(TlsFacts facts, Duration duration) {
    first.secured(facts, duration);
    second.secured(facts, duration);
  }

  @Override
  public void upgrading(RequestHead request) {
    first.upgrading(request);
    second.upgrading(request);
  }

  @Override
  public void answered(ResponseHead answer, Duration duration) {
    first.answered(answer, duration);
    second.answered(answer, duration);
  }

  @Override
  public void noticed(String text) {
    first.noticed(text);
    second.noticed(text);
  }

  @Override
  public void opened(Connection connection) {
    first.opened(connection);
    second.opened(connection);
  }

  @Override
  public void delivered(Outgoing outgoing, Delivery delivery) {
    first.delivered(outgoing, delivery);
    second.delivered(outgoing, delivery);
  }

  @Override
  public void frameStarted(FrameView header) {
    first.frameStarted(header);
    second.frameStarted(header);
  }

  @Override
  public void framePayload(ByteBuffer chunk) {
    first.framePayload(chunk);
    second.framePayload(chunk);
  }

  @Override
  public void frameEnded(FrameView header) {
    first.frameEnded(header);
    second.frameEnded(header);
  }

  @Override
  public void frameSent(FrameHeader header, ByteBuffer payload) {
    first.frameSent(header, payload);
    second.frameSent(header, payload);
  }

  @Override
  public void rawSent(ByteBuffer bytes) {
    first.rawSent(bytes);
    second.rawSent(bytes);
  }

  @Override
  public void message(MessageView message) {
    first.message(message);
    second.message(message);
  }

  @Override
  public void ping(ByteBuffer payload) {
    first.ping(payload);
    second.ping(payload);
  }

  @Override
  public void pingAnswered(Bytes payload, Duration roundTrip) {
    first.pingAnswered(payload, roundTrip);
    second.pingAnswered(payload, roundTrip);
  }

  @Override
  public void pong(ByteBuffer payload) {
    first.pong(payload);
    second.pong(payload);
  }

  @Override
  public void closeReceived(CloseStatus status) {
    first.closeReceived(status);
    second.closeReceived(status);
  }

  @Override
  public void violation(Violation violation) {
    first.violation(violation);
    second.violation(violation);
  }

  @Override
  public void closed(Closure closure) {
    first.closed(closure);
    second.closed(closure);
  }
}
