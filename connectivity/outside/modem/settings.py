"""What one client of the modem set for its own session; the families of commands add theirs."""

from dataclasses import dataclass


@dataclass(slots=True)
class PortSettings:
    """Defaults are those of V.250 and TS 27.007 where these name one."""

    echo: bool = True  # E
    quiet: bool = False  # Q
    verbose: bool = True  # V
    result_level: int = 4  # X
    line_end: int = 13  # S3
    formatting: int = 10  # S4
    backspace: int = 8  # S5
    errors: int = 0  # +CMEE
    registration: int = 0  # +CREG
    packet_registration: int = 0  # +CGREG
    eps_registration: int = 0  # +CEREG
    caller_number: bool = False  # +CLIP
    restriction: int = 0  # +CLIR
    extended_ring: bool = False  # +CRC
    ims: int = 0  # +CIREG
    operator_format: int = 0  # +COPS
    packet_events: int = 0  # +CGEREP
    packet_buffer: int = 0  # and its <bfr>
    events: int = 0  # +CMER
    indicator_events: int = 0  # and its <ind>
