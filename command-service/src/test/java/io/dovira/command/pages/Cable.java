package io.dovira.command.pages;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What connects a browser with the service, and can be cut: for everything in the browser, service workers too, whom its own emulation leaves out. */
final class Cable implements AutoCloseable {
    private final int to;
    private final int port;
    private final Set<Socket> plugged = ConcurrentHashMap.newKeySet();
    private ServerSocket socket;

    Cable(int to) {
        this.to = to;
        this.socket = listen(0);
        this.port = socket.getLocalPort();
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    void cut() {
        unplug(socket);
        plugged.forEach(Cable::unplug);
        plugged.clear();
    }

    void mend() {
        socket = listen(port);
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByName("localhost"), at));
            Thread.startVirtualThread(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                Socket far = new Socket("localhost", to);
                carry(near, far);
                carry(far, near);
                if (listening.isClosed()) {
                    unplug(near);
                }
            } catch (IOException cut) {
                // The next one, if it is still plugged in.
            }
        }
    }

    private void carry(Socket from, Socket into) {
        plugged.add(from);
        Thread.startVirtualThread(() -> {
            try (from;
                    into) {
                from.getInputStream().transferTo(into.getOutputStream());
            } catch (IOException cut) {
                // So it is.
            } finally {
                plugged.remove(from);
            }
        });
    }

    private static void unplug(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
