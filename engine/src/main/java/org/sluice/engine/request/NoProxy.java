package org.sluice.engine.request;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hosts that no proxy is used for.
///
/// A name stands for itself and all names below it, with or without a dot before it. An address
/// stands for itself, or with `/24` and the like for its network. A single `*` stands for every
/// host. Names are not looked up, so a name never matches an address.
///
/// **Source**: curl's `CURLOPT_NOPROXY`; RFC 4632.
///
/// @param patterns as given
public record NoProxy(List<String> patterns) {
  public static final NoProxy NONE = new NoProxy(List.of());

  /// This machine itself.
  public static final NoProxy LOOPBACK = new NoProxy(List.of("localhost", "127.0.0.0/8", "::1"));

  private static final List<String> ALL = List.of("*");
  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

  public NoProxy {
    patterns = List.copyOf(patterns);
  }

  /// Reads a list with commas or spaces.
  public static NoProxy parse(String list) {
    return new NoProxy(
        Stream.of(SEPARATOR.split(list, -1)).filter(pattern -> !pattern.isEmpty()).toList());
  }

  /// The hosts of both.
  public NoProxy and(NoProxy other) {
    if (patterns.equals(ALL) || other.patterns.equals(ALL)) {
      return new NoProxy(ALL);
    }
    return new NoProxy(Stream.concat(patterns.stream(), other.patterns.stream()).toList());
  }

  /// @param host a name, or an address without brackets
  public boolean matches(String host) {
    if (patterns.equals(ALL)) {
      return true;
    }
    InetAddress address = address(host);
    return patterns.stream()
        .anyMatch(p -> address == null ? matchesName(p, host) : matchesAddress(p, address));
  }

  private static boolean matchesName(String pattern, String host) {
    String wanted = trimDots(pattern).toLowerCase(Locale.ROOT);
    String name = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    String lower = name.toLowerCase(Locale.ROOT);
    return !wanted.isEmpty() && (lower.equals(wanted) || lower.endsWith("." + wanted));
  }

  private static String trimDots(String pattern) {
    int start = pattern.startsWith(".") ? 1 : 0;
    int end = pattern.endsWith(".") ? pattern.length() - 1 : pattern.length();
    return end <= start ? "" : pattern.substring(start, end);
  }

  private static boolean matchesAddress(String pattern, InetAddress address) {
    int slash = pattern.indexOf('/');
    InetAddress network = address(slash < 0 ? pattern : pattern.substring(0, slash));
    if (network == null) {
      return false;
    }
    byte[] ours = address.getAddress();
    byte[] theirs = network.getAddress();
    int bits = slash < 0 ? theirs.length * 8 : bits(pattern.substring(slash + 1));
    if (ours.length != theirs.length || bits < 0 || bits > ours.length * 8) {
      return false;
    }
    for (int i = 0; i < ours.length; i++) {
      int kept = Math.clamp(bits - i * 8L, 0, 8);
      int mask = 0xff << (8 - kept);
      if (((ours[i] ^ theirs[i]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String text) {
    boolean number =
        !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(text) : -1;
  }

  private static @Nullable InetAddress address(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    boolean literal =
        bare.indexOf(':') >= 0 || bare.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    try {
      return literal ? InetAddress.ofLiteral(bare) : null;
    } catch (IllegalArgumentException e) {
      // Digits and dots that are no address are a name like any other.
      return null;
    }
  }
}
