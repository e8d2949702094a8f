package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.CertificateRule;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TrustedCertificate;

/// A refused certificate is shown with the download, and the user may let it pass.
class TrustDownloadTest extends DownloadsTestBase {
  @Override
  DownloadsOptions options() {
    DownloadsOptions defaults = super.options();
    return defaults.network(defaults.network().tls(TlsOptions.trusting(lab.certificate())));
  }

  @Test
  void anExceptionForThisServerAndCertificateLetsItPass() {
    String url = lab.uri(LabOrigin.HTTPS_EXPIRED, "/small").toString();
    ItemId id = add(DownloadRequest.of(url, into()));
    ItemView view =
        await(id, item -> item.standing().certificate() != null, "the refused certificate");
    CertificateProblem problem = view.standing().certificate();
    assertThat(problem.broken()).containsExactly(CertificateRule.EXPIRED);
    assertThat(problem.chain()).isNotEmpty();
    assertThat(view.standing().transfer()).as("which of its transfers").isPositive();
    DownloadsOptions.Network network = options().network();
    TrustedCertificate exception =
        new TrustedCertificate(problem.host(), problem.port(), problem.chain().getFirst().sha256());
    TlsOptions tls = network.tls();
    get(downloads.setNetwork(network.tls(tls.withTrust(tls.trust().withException(exception)))));
    get(downloads.resume(id));
    ItemView done = await(id, item -> item.state().name().equals("COMPLETE"), "the file");
    assertThat(done.standing().certificate()).isNull();
    assertThat(done.standing().transfer()).isZero();
    assertThat(done.file().target()).hasContent("hello, world\n");
  }
}
