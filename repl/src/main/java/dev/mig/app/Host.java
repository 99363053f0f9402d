package dev.mig.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** The host name of this machine. */
final class Host {
    private Host() {}

    static String name(Map<String, String> environment) {
        String said = environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
        if (!said.isEmpty()) {
            return said;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
