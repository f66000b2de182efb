package dev.readout.intake.release;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys as texts, Base64 of X.509 and PKCS #8; the private one is secret. */
public record ReleaseKey(String publicKey, String privateKey) {
  private static final String ED25519 = "Ed25519";

  public static ReleaseKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return new ReleaseKey(
          base64.encodeToString(pair.getPublic().getEncoded()),
          base64.encodeToString(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  /** Neither half of a key belongs in a log. */
  @Override
  public String toString() {
    return "ReleaseKey[]";
  }

  static byte[] sign(byte[] content, String privateKey) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey.strip()));
      signature.initSign(KeyFactory.getInstance(ED25519).generatePrivate(encoded));
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ReleaseFile.ReleaseRefusedException(
          "that is no private key; 'bin/readout records keygen FILE' makes one", e);
    }
  }

  /** Whether the other half of the public key has signed it. */
  static boolean hasSigned(byte[] signed, byte[] content, String publicKey) {
    Signature signature;
    try {
      signature = Signature.getInstance(ED25519);
      var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey.strip()));
      signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(encoded));
      signature.update(content);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ReleaseFile.ReleaseRefusedException(
          "records.key is no public key; set it to what 'bin/readout records keygen' printed", e);
    }
    try {
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false; // of another length than a signature has
    }
  }
}
