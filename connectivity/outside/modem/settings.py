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
    charset: str = "IRA"  # +CSCS
    phone_book: str = "SM"  # +CPBS
    text_mode: bool = False  # +CMGF
    show_header: bool = False  # +CSDH
    indication_mode: int = 0  # +CNMI <mode>
    indication: int = 0  # +CNMI <mt>
    more_messages: int = 0  # +CMMS
    read_memory: str = "SM"  # +CPMS <mem1>
    write_memory: str = "SM"  # +CPMS <mem2>
    first_octet: int = 17  # +CSMP
    validity: int = 167
    protocol: int = 0
    scheme: int = 0

    @property
    def new_messages(self) -> int:
        """<mt> of +CNMI: 1 tells the place of a new message, 2 the message; 0 nothing."""
        return self.indication if self.indication_mode else 0
