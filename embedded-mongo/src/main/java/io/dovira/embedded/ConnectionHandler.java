package io.dovira.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands the requests of one connection to its own thread in the order they came. The thread is never interrupted: an
 * interrupt during a write would close the data file.
 */
final class ConnectionHandler extends MongoDatabaseHandler {

    private final Executor threads;

    /** Empty: the connection has ended. */
    private final BlockingQueue<Optional<ClientRequest>> received = new LinkedBlockingQueue<>();

    ConnectionHandler(MongoBackend backend, ChannelGroup connections, Executor threads) {
        super(backend, connections);
        this.threads = threads;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        super.channelActive(context);
        threads.execute(() -> serve(context));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        received.add(Optional.empty());
        super.channelInactive(context);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        received.add(Optional.of(request));
    }

    private void serve(ChannelHandlerContext context) {
        try {
            for (Optional<ClientRequest> next = received.take(); next.isPresent(); next = received.take()) {
                answer(context, next.get());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a connection", e);
        }
    }

    private void answer(ChannelHandlerContext context, ClientRequest request) {
        try {
            super.channelRead0(context, request);
        } catch (RuntimeException e) {
            context.fireExceptionCaught(e);
        }
    }
}
