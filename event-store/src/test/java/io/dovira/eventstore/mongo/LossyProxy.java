package io.dovira.eventstore.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Between a client and its server; loses the answers to inserts on demand: the request goes through, is carried out, and then the connection
 * is cut before the client hears of it.
 */
public final class LossyProxy implements AutoCloseable {

    private static final byte[] INSERT = "\u0002insert\0".getBytes(StandardCharsets.ISO_8859_1);

    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final AtomicInteger toLose = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean forGood;
    private volatile boolean cut;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** In front of the first server of the connection string. */
    public static LossyProxy before(String uri) throws IOException {
        ServerAddress first =
                new ServerAddress(new ConnectionString(uri).getHosts().getFirst());
        return new LossyProxy(first.getHost(), first.getPort());
    }

    private LossyProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + listening.getLocalPort() + "/?directConnection=true";
    }

    /** The next so many inserts are carried out, and nobody is told. */
    public void loseAnswersToInserts(int count) {
        toLose.addAndGet(count);
    }

    /** Nobody gets through any more. */
    public void cut() {
        cut = true;
    }

    public int lost() {
        return lost.get();
    }

    /** The next insert is carried out, nobody is told, and nobody gets through any more. */
    public void loseTheNextAnswerForGood() {
        forGood = true;
        toLose.set(1);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(host, port)) {
            sockets.add(server);
            InputStream requests = client.getInputStream();
            InputStream answers = server.getInputStream();
            while (!cut) {
                // One message at a time: a client does not send the next on this connection before it has the answer.
                byte[] request = message(requests);
                if (cut) {
                    return;
                }
                server.getOutputStream().write(request);
                byte[] answer = message(answers);
                if (isInsert(request) && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    cut = forGood;
                    lost.incrementAndGet();
                    return;
                }
                OutputStream out = client.getOutputStream();
                out.write(answer);
                out.flush();
            }
        } catch (IOException e) {
            // One side has gone; the other is closed with it.
        }
    }

    private static byte[] message(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] head = data.readNBytes(4);
        if (head.length < 4) {
            throw new EOFException();
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = new byte[length];
        System.arraycopy(head, 0, message, 0, 4);
        data.readFully(message, 4, length - 4);
        return message;
    }

    private static boolean isInsert(byte[] message) {
        int end = Math.min(message.length, 64) - INSERT.length;
        for (int from = 0; from <= end; from++) {
            int matching = 0;
            while (matching < INSERT.length && message[from + matching] == INSERT[matching]) {
                matching++;
            }
            if (matching == INSERT.length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
