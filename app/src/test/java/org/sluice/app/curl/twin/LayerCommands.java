package org.sluice.app.curl.twin;

import java.util.stream.Stream;

/// Command lines about what lies below HTTP: TLS, proxies, HTTP/2. `{t}` is an origin with TLS, `{pin}`
/// its key, `{HTTP}` and other capitals are doors of the lab.
final class LayerCommands {
  private static final String LINES =
      """
      -s {t}/ok
      -s -k {t}/ok
      -s --insecure {t}/ok
      -s --cacert ca.pem {t}/ok
      -s --cacert other.pem {t}/ok
      -s --cacert ca.pem https://localhost:{tp}/ok
      -s --cacert ca.pem --resolve host.example:{tp}:127.0.0.1 https://host.example:{tp}/ok
      -s --cacert ca.pem --resolve stranger.example:{tp}:127.0.0.1 https://stranger.example:{tp}/ok
      -s --cacert ca.pem --connect-to host.example:443:127.0.0.1:{tp} https://host.example/ok
      -s -k --cert client.pem --key client.key {t}/ok
      -s -k -E both.pem {t}/ok
      -s -k --cert client.p12:secret --cert-type P12 {t}/ok
      -s -k --cert client.p12 --pass secret --cert-type P12 {t}/ok
      -s -k --cert client.pem --key other.pem {t}/ok
      -s -k --cert none.pem {t}/ok
      -s -k --pinnedpubkey sha256//{pin} {t}/ok
      -s -k --pinnedpubkey sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= {t}/ok
      -s --cacert ca.pem --pinnedpubkey 'sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=;sha256//{pin}' {t}/ok
      -s -k -1 {t}/ok
      -s -k --tlsv1.0 {t}/ok
      -s -k --tlsv1.2 {t}/ok
      -s -k --tlsv1.3 {t}/ok
      -s -k --tlsv1.2 --tls-max 1.2 {t}/ok
      -s -k --tls-max 1.2 --ciphers ECDHE-RSA-AES128-GCM-SHA256 {t}/ok
      -s -k --tls-max 1.2 --ciphers NONSENSE {t}/ok
      -s -k --tls13-ciphers TLS_AES_128_GCM_SHA256 {t}/ok
      -s -k -u me:secret {t}/basic
      -s -k -d data {t}/echo
      -s -k --http1.1 {t}/ok
      -s -k -0 {t}/ok
      -s -k --no-alpn {t}/ok
      -s -k -b jar -c new.jar {t}/cookies -o /dev/null
      -s -k -T data.txt -H Expect: {t}/echo
      -s --proto =http {t}/ok
      -s --cacert lab.pem https://{HTTPS_WRONG_HOST}/small
      -s --cacert lab.pem https://{HTTPS_EXPIRED}/small
      -s -k https://{HTTPS_EXPIRED}/small
      -s -k --tlsv1.3 https://{HTTPS_TLS12}/small
      -s -k --tlsv1.2 --tls-max 1.2 https://{HTTPS_TLS13}/small
      -s --socks4 {SOCKS} http://{HTTP}/small
      -s --socks4a {SOCKS} http://localhost:{HTTP.port}/small
      -s --socks5-hostname {SOCKS} http://localhost:{HTTP.port}/small
      -s --socks4 {SOCKS} http://localhost:{HTTP.port}/small
      -s --socks5 {SOCKS} http://{HTTP}/small
      -s --socks5-hostname {SOCKS} http://{HTTP}/small
      -s -x socks5h://{SOCKS} http://{HTTP}/small
      -s --socks5 {SOCKS_PASSWORD} -U 'lab:secret word' http://{HTTP}/small
      -s --socks5 {SOCKS_PASSWORD} -U lab:wrong http://{HTTP}/small
      -s --socks5 {SOCKS_PASSWORD} http://{HTTP}/small
      -s --socks5 {SOCKS_REFUSING} http://{HTTP}/small
      -s --socks4 {SOCKS_REFUSING} http://{HTTP}/small
      -s --socks5 {SOCKS_GARBAGE} http://{HTTP}/small
      -s --socks5 {SOCKS} --cacert lab.pem https://{HTTPS}/small
      -s --preproxy socks5://{SOCKS} -x http://{PROXY} http://{HTTP}/small
      -s --preproxy socks4://{SOCKS} -p -x http://{PROXY} http://{HTTP}/small
      -s -x http://{PROXY} http://{HTTP}/small
      -s -x http://{PROXY} -p http://{HTTP}/small
      -s -x http://{PROXY} --cacert lab.pem https://{HTTPS}/small
      -s -i -x http://{PROXY} --cacert lab.pem https://{HTTPS}/small -o file
      -s -x https://{PROXY_TLS} --proxy-cacert lab.pem http://{HTTP}/small
      -s -x https://{PROXY_TLS} --proxy-insecure http://{HTTP}/small
      -s -x https://{PROXY_TLS} http://{HTTP}/small
      -s -x https://{PROXY_TLS} --proxy-cacert lab.pem --cacert lab.pem https://{HTTPS}/small
      -s -x http://{PROXY_BASIC} -U 'lab:secret word' http://{HTTP}/small
      -s -x http://{PROXY_BASIC} --proxy-basic -U 'lab:secret word' -p http://{HTTP}/small
      -s -x http://{PROXY_BASIC} -o file -w '%{http_code}' http://{HTTP}/small
      -s -x http://{PROXY_DIGEST} --proxy-digest -U 'lab:secret word' http://{HTTP}/small
      -s -x http://{PROXY_DIGEST} --proxy-anyauth -U 'lab:secret word' http://{HTTP}/small
      -s -x http://{PROXY_DIGEST} --proxy-digest -p -U 'lab:secret word' http://{HTTP}/small
      -s -x http://{PROXY_HANGUP} http://{HTTP}/small
      -s -x http://{REFUSED} http://{HTTP}/small
      -s --digest -u 'lab:secret word' http://{HTTP}/auth/digest
      -s --digest -u 'lab:secret word' http://{HTTP}/auth/digest-sess
      -s --digest -u 'lab:secret word' http://{HTTP}/auth/digest-sha256
      -s --digest -u 'lab:secret word' http://{HTTP}/auth/digest-old
      -s --digest -u 'lab:secret word' http://{HTTP}/auth/digest-stale
      -s --digest -u lab:wrong http://{HTTP}/auth/digest
      -s --anyauth -u 'lab:secret word' http://{HTTP}/auth/digest
      -s --anyauth -u 'lab:secret word' http://{HTTP}/auth/basic
      -s --oauth2-bearer lab-token.1 http://{HTTP}/auth/bearer
      -s --oauth2-bearer wrong http://{HTTP}/auth/bearer
      -s --http2 --cacert lab.pem https://{HTTPS2}/small
      -s --http2 --cacert lab.pem -I https://{HTTPS2}/small
      -s --http2 --cacert lab.pem -w '%{http_version}' -o file https://{HTTPS2}/100k
      -s --http2 --cacert lab.pem -d data https://{HTTPS2}/upload
      -s --http2 --cacert lab.pem -T data.txt https://{HTTPS2}/upload
      -s --http2 --cacert lab.pem https://{HTTPS2}/small https://{HTTPS2}/404
      -s --http2 --cacert lab.pem -f https://{HTTPS2}/404
      -sL --http2 --cacert lab.pem https://{HTTPS2}/redir
      -s --http2 --cacert lab.pem -r 5-9 https://{HTTPS2}/100k
      -s --http1.1 --cacert lab.pem -w '%{http_version}' https://{HTTPS2}/small
      -s --http2 --cacert lab.pem -w '%{http_version}' https://{HTTPS}/small
      -s --http2-prior-knowledge http://{HTTP2}/small
      -s --http2-prior-knowledge -w '%{http_version}' -d data http://{HTTP2}/upload
      -s -Z --http2 --cacert lab.pem -o 'f#1' 'https://{HTTPS2}/small?[1-5]'
      -s --http2 --socks5 {SOCKS} --cacert lab.pem -w '%{http_version}' https://{HTTPS2}/small
      -s --http2 -x http://{PROXY} --cacert lab.pem -w '%{http_version}' https://{HTTPS2}/small
      -s -c new.jar -o /dev/null http://{HTTP}/cookies/set
      -s -c new.jar -b none -o /dev/null http://{HTTP}/cookies/set http://{HTTP}/small
      -s --compressed http://{HTTP}/packed/gzip
      -s --compressed http://{HTTP}/packed/deflate
      -s --compressed http://{HTTP}/packed/br
      -s --compressed http://{HTTP}/packed/zstd
      -s --compressed --raw http://{HTTP}/packed/gzip
      -s -m 1 http://{HTTP}/silent
      -s -y 1 -Y 1000 http://{HTTP}/stall -o file
      -s --retry 3 --retry-delay 1 http://{HTTP}/flaky?fails=2
      """;

  private LayerCommands() {}

  static Stream<String> all() {
    return LINES.lines();
  }
}
