package io.dovira.system.fire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Between one process and the database. Knows of the protocol where a message ends and which one appends to the log; cuts the connection at such
 * a message, or stops the message on its way.
 *
 * <p>One message at a time: a client does not send the next on a connection before it has the answer.
 */
final class Proxy implements AutoCloseable {
    private static final byte[] APPEND = "\u0002insert\0\u0008\0\0\0commits\0".getBytes(StandardCharsets.ISO_8859_1);

    private final int database;
    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Ambush> ambush = new AtomicReference<>();

    /**
     * Waits for the next append.
     *
     * @param reached completed when it has come to the place
     * @param release null: the connection is cut there; else the message stays there until this is completed
     */
    private record Ambush(
            Cut place,
            CompletableFuture<Void> reached,
            @Nullable CompletableFuture<Void> release) {}

    Proxy(int database) throws IOException {
        this.database = database;
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + listening.getLocalPort() + "/?directConnection=true";
    }

    /** The next append gets no further than this. The future tells when that has happened. */
    CompletableFuture<Void> cutNext(Cut place) {
        return lieInWait(new Ambush(place, new CompletableFuture<>(), null));
    }

    /** The next append stays at this place until it is released. The future tells when it is there. */
    CompletableFuture<Void> holdNext(Cut place, CompletableFuture<Void> release) {
        return lieInWait(new Ambush(place, new CompletableFuture<>(), release));
    }

    private CompletableFuture<Void> lieInWait(Ambush next) {
        if (!ambush.compareAndSet(null, next)) {
            throw new IllegalStateException("somebody waits already");
        }
        return next.reached();
    }

    /** All connections, in the middle of whatever they do. New ones are accepted. */
    void cutAll() {
        for (Socket socket : sockets) {
            close(socket);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        sockets.add(client);
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database)) {
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            try {
                boolean open = true;
                while (open) {
                    open = exchange(client, server);
                }
            } finally {
                sockets.remove(server);
            }
        } catch (IOException e) {
            // One side has gone; the other is closed with it.
        } finally {
            sockets.remove(client);
        }
    }

    /** One message and its answer; false if the connection is to be cut. */
    private boolean exchange(Socket client, Socket server) throws IOException {
        byte[] request = message(client);
        Ambush here = appends(request) ? ambush.getAndSet(null) : null;
        if (!pass(request, server, here, Cut.BEFORE_THE_GROUP, Cut.WITHIN_THE_GROUP)) {
            return false;
        }
        byte[] answer;
        try {
            answer = message(server);
        } catch (IOException e) {
            if (here != null) {
                // The server died first: the next append will do.
                ambush.compareAndSet(null, here);
            }
            throw e;
        }
        return pass(answer, client, here, Cut.BEFORE_THE_ANSWER, Cut.WITHIN_THE_ANSWER);
    }

    private static boolean pass(byte[] message, Socket to, @Nullable Ambush here, Cut before, Cut within)
            throws IOException {
        OutputStream out = to.getOutputStream();
        if (here != null && (here.place() == before || here.place() == within)) {
            if (here.place() == within) {
                out.write(message, 0, message.length / 2);
                out.flush();
            }
            here.reached().complete(null);
            CompletableFuture<Void> release = here.release();
            if (release == null) {
                return false;
            }
            release.join();
        }
        int sent = here != null && here.place() == within ? message.length / 2 : 0;
        out.write(message, sent, message.length - sent);
        out.flush();
        return true;
    }

    private static byte[] message(Socket from) throws IOException {
        DataInputStream in = new DataInputStream(from.getInputStream());
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
            throw new EOFException();
        }
        byte[] message =
                new byte[ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt()];
        System.arraycopy(head, 0, message, 0, 4);
        in.readFully(message, 4, message.length - 4);
        return message;
    }

    /** The command stands at the start of a message, behind its header, flags, kind and length. */
    private static boolean appends(byte[] message) {
        int end = Math.min(message.length, 64) - APPEND.length;
        for (int from = 0; from <= end; from++) {
            int matching = 0;
            while (matching < APPEND.length && message[from + matching] == APPEND[matching]) {
                matching++;
            }
            if (matching == APPEND.length) {
                return true;
            }
        }
        return false;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed by the other side.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }
}
