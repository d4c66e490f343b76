*** Settings ***
Documentation       Where each PCM ends the data connection.
Resource            steps.resource

*** Test Cases ***
PCM 4.0 Ends Data Under SET PHONE
    [Documentation]    faq:195
    [Tags]    R-OFF-1    pcm-4.0
    Data Are Ended At    PHONE > OPT > SET PHONE > Connessione dati > Connessioni dati > OFF

PCM 4.1 Ends Data In The Device Manager
    [Documentation]    faq:197; from which year on SET leads there is assumed.
    [Tags]    R-OFF-2    pcm-4.1
    Year    2018
    Data Are Ended At    DEVICES > Gestione dispositivi > Opzioni > Connessioni dati > Connessioni dati > OFF
    Year    2019
    Data Are Ended At    SET > Gestione dispositivi > Opzioni > Connessioni dati > Connessioni dati > OFF

PCM 5.0 Ends Data In The Device Manager
    [Documentation]    faq:199
    [Tags]    R-OFF-3    pcm-5.0
    Data Are Ended At    SET > Gestione dispositivi > Opzioni > Dati mobili > Dati mobili > OFF

Ended Data Stay Ended Whatever Could Carry Them
    [Tags]    R-OFF-1    R-OFF-2    R-OFF-3    R-DATA-7    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    Do    end-data
    Sim Insert    no_pin
    Phone Pair
    Phone Hotspot    on
    Car Restart
    Expect Data    none
    Expect Reason    data_ended
    Go    data_on
    Tap    data_on
    Expect Data    hotspot

PCM 6.0 Ends Data By The Privacy Mode
    [Documentation]    faq:201
    [Tags]    R-OFF-4    pcm-6.0
    Expect Data    embedded
    Tap    Impostazioni > Privacy e impostazioni Porsche Connect > Modalità Privacy > Per tutti i servizi
    Expect Overlay    private_mode
    Ok
    Expect Data    none
    Expect Reason    private_mode

PCM 6.0 Has Data Again Once The Privacy Mode Is Off
    [Tags]    R-OFF-4    pcm-6.0
    Do    end-data
    Expect Data    none
    Tap    privacy_all_services
    Expect Data    embedded

*** Keywords ***
Data Are Ended At
    [Arguments]    ${path}
    Expect Data    embedded
    Tap    ${path}
    Expect Row    data_off    chosen
    Expect Data    none
    Expect Reason    data_ended
    Tap    data_on
    Expect Data    embedded
