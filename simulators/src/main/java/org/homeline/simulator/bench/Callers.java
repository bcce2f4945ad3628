package org.homeline.simulator.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Callers side by side, each on a connection of its own that stays open, all on one thread: so that what the callers cost
 * is small beside the server, and the same for whatever is compared. Close it.
 */
public final class Callers implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final int LARGEST_ANSWER = 1 << 16;
    private static final int MOST_SAMPLES = 3;
    private static final int OK = 200;

    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Connection> connections = new ArrayList<>();

    /** @param count how many may call at once */
    public Callers(URI server, int count) {
        var bootstrap = new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpResponseDecoder())
                                .addLast(new HttpObjectAggregator(LARGEST_ANSWER));
                    }
                });
        try {
            for (int i = 0; i < count; i++) {
                var channel = bootstrap
                        .connect(server.getHost(), server.getPort())
                        .syncUninterruptibly()
                        .channel();
                var connection = new Connection(channel);
                channel.pipeline().addLast(connection);
                connections.add(connection);
            }
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    /** How many may call at once. */
    public int count() {
        return connections.size();
    }

    /**
     * Lets them call until the time is over and they may stop, or have no more to ask.
     *
     * @param callers as many as there are connections, or fewer
     * @throws IllegalStateException where the server stops answering
     */
    public Measured call(List<? extends Caller> callers, Duration time) {
        var round = new Round(callers.size(), System.nanoTime() + time.toNanos());
        long began = System.nanoTime();
        for (int i = 0; i < callers.size(); i++) {
            connections.get(i).begin(callers.get(i), round);
        }
        try {
            if (!round.running.await(time.plus(ANSWER_WITHIN).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the server stopped answering");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", stopped);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (round.lost) {
            throw new IllegalStateException("the server closed a connection");
        }
        return new Measured(took, round.latencies, round.wrong, round.samples);
    }

    @Override
    public void close() {
        for (var connection : connections) {
            var _ = connection.channel.close();
        }
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** Written by the one thread; read once it is over. */
    private static final class Round {
        private final CountDownLatch running;
        private final long end;
        private final Map<String, Histogram> latencies = new HashMap<>();
        private final List<String> samples = new ArrayList<>();
        private long wrong;
        private boolean lost;

        Round(int callers, long end) {
            this.running = new CountDownLatch(callers);
            this.end = end;
        }

        void take(Exchange asked, int status, String answer, long nanos) {
            Latencies.record(latencies.computeIfAbsent(asked.label(), label -> Latencies.histogram()), nanos);
            if (status != OK || !answer.contains(asked.expected())) {
                wrong++;
                if (samples.size() < MOST_SAMPLES) {
                    samples.add("status " + status + ", not '" + asked.expected() + "' but: " + answer);
                }
            }
        }
    }

    private static final class Connection extends SimpleChannelInboundHandler<FullHttpResponse> {
        private final Channel channel;
        private @Nullable Caller caller;
        private @Nullable Round round;
        private @Nullable Exchange asked;
        private long since;

        Connection(Channel channel) {
            this.channel = channel;
        }

        void begin(Caller next, Round inRound) {
            channel.eventLoop().execute(() -> {
                caller = next;
                round = inRound;
                if (channel.isActive()) {
                    ask(next, inRound);
                } else {
                    lose();
                }
            });
        }

        private void ask(Caller who, Round inRound) {
            since = System.nanoTime();
            var next = since < inRound.end || !who.mayStop() ? who.next() : Optional.<Exchange>empty();
            if (next.isEmpty()) {
                round = null;
                asked = null;
                inRound.running.countDown();
                return;
            }
            asked = next.get();
            // What fails to be written is seen as a closed connection.
            var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(next.get().bytes()), channel.voidPromise());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
            if (round != null && asked != null && caller != null) {
                var nanos = System.nanoTime() - since;
                round.take(asked, answer.status().code(), answer.content().toString(StandardCharsets.UTF_8), nanos);
                ask(caller, round);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            lose();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }

        private void lose() {
            if (round != null) {
                round.lost = true;
                round.running.countDown();
                round = null;
            }
        }
    }
}
